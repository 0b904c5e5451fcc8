-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'user',
    "sha256" TEXT,
    "sizeBytes" BIGINT NOT NULL DEFAULT 0,
    "path" TEXT NOT NULL,
    "receivedMs" BIGINT NOT NULL,
    "fileTimeMs" BIGINT NOT NULL,
    "zone" TEXT NOT NULL,
    "year" INTEGER,
    "state" TEXT NOT NULL,
    "error" TEXT,
    "bytesRead" BIGINT NOT NULL DEFAULT 0,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "events" INTEGER NOT NULL DEFAULT 0,
    "unparsed" INTEGER NOT NULL DEFAULT 0,
    "addresses" INTEGER NOT NULL DEFAULT 0,
    "firstMs" BIGINT,
    "lastMs" BIGINT,
    "pasted" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "RawBlock" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uploadId" INTEGER NOT NULL,
    "data" BLOB NOT NULL,
    CONSTRAINT "RawBlock_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uploadId" INTEGER NOT NULL,
    "byteOffset" BIGINT NOT NULL,
    "line" INTEGER NOT NULL,
    "blockId" INTEGER NOT NULL,
    "blockStart" INTEGER NOT NULL,
    "blockLength" INTEGER NOT NULL,
    "timeMs" BIGINT NOT NULL,
    "utcOffsetMinutes" INTEGER NOT NULL,
    "timeAssumed" BOOLEAN NOT NULL,
    "addressId" INTEGER,
    "templateId" INTEGER,
    "recipientId" INTEGER,
    "sender" TEXT,
    "actionId" INTEGER NOT NULL,
    "stageId" INTEGER NOT NULL,
    "code" INTEGER,
    "dsn" TEXT,
    CONSTRAINT "Event_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Event_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "Address" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Event_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Event_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "Recipient" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UnparsedLine" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "uploadId" INTEGER NOT NULL,
    "byteOffset" BIGINT NOT NULL,
    "line" INTEGER NOT NULL,
    "blockId" INTEGER NOT NULL,
    "blockStart" INTEGER NOT NULL,
    "blockLength" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "UnparsedLine_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Word" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "text" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Address" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bytes" BLOB NOT NULL,
    "text" TEXT NOT NULL,
    "events" INTEGER NOT NULL DEFAULT 0,
    "firstMs" BIGINT,
    "lastMs" BIGINT,
    "networkId" INTEGER,
    CONSTRAINT "Address_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Template" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "pattern" TEXT NOT NULL,
    "variable" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "Recipient" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "text" TEXT NOT NULL,
    "service" TEXT
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "server" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "askedMs" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'user'
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "registry" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "handle" TEXT,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "postalAddress" TEXT,
    "answerId" INTEGER NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'user',
    CONSTRAINT "Organisation_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Network" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "registry" TEXT NOT NULL,
    "firstBytes" BLOB NOT NULL,
    "lastBytes" BLOB NOT NULL,
    "text" TEXT NOT NULL,
    "name" TEXT,
    "organisationId" INTEGER,
    "abuseEmail" TEXT,
    "country" TEXT,
    "allocatedOn" TEXT,
    "updatedOn" TEXT,
    "fields" TEXT NOT NULL DEFAULT '[]',
    "detailed" BOOLEAN NOT NULL,
    "answerId" INTEGER NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'user',
    CONSTRAINT "Network_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Network_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "registry" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "organisation" TEXT,
    "division" TEXT,
    "title" TEXT,
    "phone" TEXT,
    "phoneE164" TEXT,
    "fax" TEXT,
    "postalAddress" TEXT,
    "updatedOn" TEXT,
    "proxy" BOOLEAN NOT NULL DEFAULT false,
    "fields" TEXT NOT NULL DEFAULT '[]',
    "detailed" BOOLEAN NOT NULL,
    "pivot" TEXT NOT NULL DEFAULT 'none',
    "answerId" INTEGER NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'user',
    CONSTRAINT "Contact_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NetworkContact" (
    "networkId" INTEGER NOT NULL,
    "contactId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "answerId" INTEGER NOT NULL,

    PRIMARY KEY ("networkId", "contactId", "role"),
    CONSTRAINT "NetworkContact_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "NetworkContact_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "NetworkContact_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "detector" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "weight" REAL NOT NULL,
    "sentence" TEXT NOT NULL,
    "entities" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "evidenceTotal" INTEGER NOT NULL,
    "against" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL,
    "verdict" TEXT,
    "verdictMs" BIGINT,
    "firstMs" BIGINT NOT NULL,
    "updatedMs" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Operator" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "standing" TEXT NOT NULL,
    "families" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "verdict" TEXT,
    "verdictMs" BIGINT,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "createdMs" BIGINT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'user'
);

-- CreateTable
CREATE TABLE "OperatorMember" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "operatorId" INTEGER NOT NULL,
    "organisationId" INTEGER,
    "networkId" INTEGER,
    "verdict" TEXT,
    CONSTRAINT "OperatorMember_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OperatorMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OperatorMember_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BlockList" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "operatorId" INTEGER NOT NULL,
    "createdMs" BIGINT NOT NULL,
    "prefixes" TEXT NOT NULL,
    "refused" TEXT NOT NULL,
    "notices" TEXT NOT NULL,
    CONSTRAINT "BlockList_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Report" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "operatorId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "createdMs" BIGINT NOT NULL,
    "language" TEXT NOT NULL,
    "masked" BOOLEAN NOT NULL,
    "sha256" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    CONSTRAINT "Report_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ShareLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "reportId" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdMs" BIGINT NOT NULL,
    "expiresMs" BIGINT NOT NULL,
    "revokedMs" BIGINT,
    CONSTRAINT "ShareLink_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Job" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "availableMs" BIGINT NOT NULL,
    "leaseMs" BIGINT,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "again" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "createdMs" BIGINT NOT NULL,
    "doneMs" BIGINT
);

-- CreateTable
CREATE TABLE "Lane" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "nextMs" BIGINT NOT NULL DEFAULT 0,
    "lastMs" BIGINT,
    "lastError" TEXT,
    "errorMs" BIGINT,
    "stoppedMs" BIGINT
);

-- CreateIndex
CREATE UNIQUE INDEX "Upload_publicId_key" ON "Upload"("publicId");

-- CreateIndex
CREATE INDEX "Upload_sha256_idx" ON "Upload"("sha256");

-- CreateIndex
CREATE INDEX "RawBlock_uploadId_idx" ON "RawBlock"("uploadId");

-- CreateIndex
CREATE INDEX "Event_addressId_timeMs_idx" ON "Event"("addressId", "timeMs");

-- CreateIndex
CREATE INDEX "Event_templateId_recipientId_timeMs_idx" ON "Event"("templateId", "recipientId", "timeMs");

-- CreateIndex
CREATE INDEX "Event_recipientId_idx" ON "Event"("recipientId");

-- CreateIndex
CREATE INDEX "Event_timeMs_idx" ON "Event"("timeMs");

-- CreateIndex
CREATE UNIQUE INDEX "Event_uploadId_byteOffset_key" ON "Event"("uploadId", "byteOffset");

-- CreateIndex
CREATE UNIQUE INDEX "UnparsedLine_uploadId_byteOffset_key" ON "UnparsedLine"("uploadId", "byteOffset");

-- CreateIndex
CREATE UNIQUE INDEX "Word_text_key" ON "Word"("text");

-- CreateIndex
CREATE UNIQUE INDEX "Address_bytes_key" ON "Address"("bytes");

-- CreateIndex
CREATE UNIQUE INDEX "Address_text_key" ON "Address"("text");

-- CreateIndex
CREATE INDEX "Address_networkId_idx" ON "Address"("networkId");

-- CreateIndex
CREATE UNIQUE INDEX "Template_pattern_key" ON "Template"("pattern");

-- CreateIndex
CREATE UNIQUE INDEX "Recipient_text_key" ON "Recipient"("text");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_publicId_key" ON "Answer"("publicId");

-- CreateIndex
CREATE INDEX "Answer_sha256_idx" ON "Answer"("sha256");

-- CreateIndex
CREATE INDEX "Answer_server_query_idx" ON "Answer"("server", "query");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_registry_key_key" ON "Organisation"("registry", "key");

-- CreateIndex
CREATE INDEX "Network_firstBytes_lastBytes_idx" ON "Network"("firstBytes", "lastBytes");

-- CreateIndex
CREATE INDEX "Network_organisationId_idx" ON "Network"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Network_registry_firstBytes_lastBytes_key" ON "Network"("registry", "firstBytes", "lastBytes");

-- CreateIndex
CREATE INDEX "Contact_phoneE164_idx" ON "Contact"("phoneE164");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_registry_handle_key" ON "Contact"("registry", "handle");

-- CreateIndex
CREATE INDEX "NetworkContact_contactId_idx" ON "NetworkContact"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_publicId_key" ON "Finding"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_detector_subject_key" ON "Finding"("detector", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "Operator_publicId_key" ON "Operator"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "OperatorMember_operatorId_organisationId_networkId_key" ON "OperatorMember"("operatorId", "organisationId", "networkId");

-- CreateIndex
CREATE UNIQUE INDEX "BlockList_publicId_key" ON "BlockList"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_publicId_key" ON "Report"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_operatorId_version_key" ON "Report"("operatorId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ShareLink_publicId_key" ON "ShareLink"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "ShareLink_tokenHash_key" ON "ShareLink"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Job_key_key" ON "Job"("key");

-- CreateIndex
CREATE INDEX "Job_lane_state_priority_availableMs_idx" ON "Job"("lane", "state", "priority", "availableMs");
