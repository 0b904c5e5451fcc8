-- AlterTable
ALTER TABLE "Upload" ADD COLUMN "news" TEXT;
-- AlterTable
ALTER TABLE "Upload" ADD COLUMN "shapes" TEXT;
