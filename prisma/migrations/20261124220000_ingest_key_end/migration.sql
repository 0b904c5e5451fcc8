-- A key is kept until a time of its own: one that a shipper gave for a week, one made of the batch for a day.
DROP INDEX "IngestKey_createdMs_idx";

-- AlterTable
ALTER TABLE "IngestKey" RENAME COLUMN "createdMs" TO "endMs";
UPDATE "IngestKey" SET "endMs" = "endMs" + 604800000;

-- CreateIndex
CREATE INDEX "IngestKey_endMs_idx" ON "IngestKey"("endMs");
