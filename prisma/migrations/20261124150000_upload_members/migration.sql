-- AlterTable
ALTER TABLE "Upload" ADD COLUMN "members" TEXT NOT NULL DEFAULT '[]';
