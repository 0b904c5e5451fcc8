-- AlterTable
ALTER TABLE "Kind" ADD COLUMN "dnsbl" TEXT;

-- CreateTable
CREATE TABLE "View" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdMs" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "View_name_key" ON "View"("name");
