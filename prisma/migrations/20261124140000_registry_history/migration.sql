-- When the same answer came once more: how old what we know is.
ALTER TABLE "Answer" ADD COLUMN "confirmedMs" BIGINT;

-- CreateTable
CREATE TABLE "Announcement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "asn" INTEGER,
    "name" TEXT,
    "firstBytes" BLOB,
    "lastBytes" BLOB,
    "answerId" INTEGER NOT NULL,
    CONSTRAINT "Announcement_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Redaction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "handle" TEXT,
    "field" TEXT NOT NULL,
    "reason" TEXT,
    "answerId" INTEGER NOT NULL,
    CONSTRAINT "Redaction_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Change" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "entityId" INTEGER NOT NULL,
    "atMs" BIGINT NOT NULL,
    "field" TEXT NOT NULL,
    "old" TEXT,
    "new" TEXT,
    "oldAnswerId" INTEGER NOT NULL,
    "newAnswerId" INTEGER NOT NULL,
    CONSTRAINT "Change_oldAnswerId_fkey" FOREIGN KEY ("oldAnswerId") REFERENCES "Answer" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Change_newAnswerId_fkey" FOREIGN KEY ("newAnswerId") REFERENCES "Answer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LaneDay" (
    "lane" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "questions" INTEGER NOT NULL,
    "personal" INTEGER NOT NULL,

    PRIMARY KEY ("lane", "day")
) WITHOUT ROWID;

-- CreateIndex
CREATE INDEX "Announcement_firstBytes_lastBytes_idx" ON "Announcement"("firstBytes", "lastBytes");

-- CreateIndex
CREATE INDEX "Announcement_asn_idx" ON "Announcement"("asn");

-- CreateIndex
CREATE INDEX "Announcement_answerId_idx" ON "Announcement"("answerId");

-- CreateIndex
CREATE INDEX "Redaction_answerId_idx" ON "Redaction"("answerId");

-- CreateIndex
CREATE INDEX "Change_kind_entityId_idx" ON "Change"("kind", "entityId");

-- CreateIndex
CREATE INDEX "Change_oldAnswerId_idx" ON "Change"("oldAnswerId");

-- CreateIndex
CREATE INDEX "Change_newAnswerId_idx" ON "Change"("newAnswerId");
