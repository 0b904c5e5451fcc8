-- CreateTable
CREATE TABLE "IngestToken" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "createdMs" BIGINT NOT NULL,
    "lastMs" BIGINT,
    "revokedMs" BIGINT
);

-- CreateTable
CREATE TABLE "IngestKey" (
    "tokenId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "createdMs" BIGINT NOT NULL,

    PRIMARY KEY ("tokenId", "key"),
    CONSTRAINT "IngestKey_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "IngestToken" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LiveLog" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "uploadId" INTEGER,
    "tokenId" INTEGER,
    "device" TEXT,
    "inode" TEXT,
    "headLength" INTEGER NOT NULL DEFAULT 0,
    "headSha256" TEXT NOT NULL DEFAULT '',
    "length" BIGINT NOT NULL DEFAULT 0,
    "offset" BIGINT NOT NULL DEFAULT 0,
    "caughtUp" BOOLEAN NOT NULL DEFAULT false,
    "ended" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "LiveLog_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "IngestToken_publicId_key" ON "IngestToken"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "IngestToken_tokenHash_key" ON "IngestToken"("tokenHash");

-- CreateIndex
CREATE INDEX "IngestKey_createdMs_idx" ON "IngestKey"("createdMs");

-- CreateIndex
CREATE INDEX "LiveLog_path_ended_idx" ON "LiveLog"("path", "ended");

-- CreateIndex
CREATE INDEX "LiveLog_uploadId_idx" ON "LiveLog"("uploadId");
