-- Events are kept in another shape: every upload is read anew from the bytes that were received.
DROP TABLE "Event";
DROP TABLE "UnparsedLine";
DROP TABLE "RawBlock";
DROP TABLE "Word";

-- CreateTable
CREATE TABLE "RawBlock" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uploadId" INTEGER NOT NULL,
    "data" BLOB NOT NULL,
    CONSTRAINT "RawBlock_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "timeMs" BIGINT NOT NULL,
    "addressId" INTEGER,
    "kindId" INTEGER NOT NULL,
    "templateId" INTEGER,
    "recipientId" INTEGER,
    "variables" TEXT
);

-- CreateTable
CREATE TABLE "UnparsedLine" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Kind" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "format" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "code" INTEGER,
    "dsn" TEXT,
    "utcOffsetMinutes" INTEGER NOT NULL,
    "assumed" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Sighting" (
    "uploadId" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    "day" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "messages" INTEGER NOT NULL,
    "recipients" INTEGER NOT NULL,

    PRIMARY KEY ("bytes", "day", "kind", "uploadId")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "SightingSpan" (
    "uploadId" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "firstMs" BIGINT NOT NULL,
    "lastMs" BIGINT NOT NULL,

    PRIMARY KEY ("uploadId", "host")
) WITHOUT ROWID;

-- AlterTable
ALTER TABLE "Upload" ADD COLUMN "known" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Upload" ADD COLUMN "format" TEXT;
ALTER TABLE "Upload" ADD COLUMN "formats" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Upload" ADD COLUMN "checkpoint" BIGINT NOT NULL DEFAULT -1;

-- DropIndex
DROP INDEX "Address_text_key";

-- Most addresses have no network yet.
DROP INDEX "Address_networkId_idx";
CREATE INDEX "Address_networkId_idx" ON "Address"("networkId") WHERE "networkId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "RawBlock_uploadId_idx" ON "RawBlock"("uploadId");

-- CreateIndex
CREATE INDEX "Event_addressId_idx" ON "Event"("addressId");

-- CreateIndex
CREATE INDEX "Event_templateId_recipientId_idx" ON "Event"("templateId", "recipientId");

-- CreateIndex
CREATE INDEX "Event_recipientId_idx" ON "Event"("recipientId");

-- CreateIndex
CREATE INDEX "Event_timeMs_idx" ON "Event"("timeMs");

-- Findings name events by their ids: they are found anew.
DELETE FROM "Finding" WHERE "verdict" IS NULL;
UPDATE "Finding" SET "evidence" = '[]';
UPDATE "Address" SET "events" = 0, "firstMs" = NULL, "lastMs" = NULL;
UPDATE "Upload" SET "state" = 'waiting', "error" = NULL, "bytesRead" = 0, "lines" = 0, "events" = 0, "unparsed" = 0,
    "addresses" = 0, "firstMs" = NULL, "lastMs" = NULL;
UPDATE "Job" SET "state" = 'waiting', "attempts" = 0, "availableMs" = 0, "error" = NULL, "doneMs" = NULL
    WHERE "kind" = 'ingest' AND "state" <> 'leased';
