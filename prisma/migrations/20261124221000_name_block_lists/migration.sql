-- Events from before there was a column for it do not say which block list named their client; their lines do. The
-- worker reads them once more (lib/services/name-block-lists.ts).
INSERT OR IGNORE INTO "Lane" ("name") SELECT 'ingest' WHERE EXISTS (SELECT 1 FROM "RawBlock");
INSERT INTO "Job" ("kind", "key", "lane", "payload", "state", "availableMs", "createdMs")
  SELECT 'name-lists', 'name-lists:' || min("id"), 'ingest', json_object('from', min("id"), 'through', max("id")), 'waiting',
    unixepoch() * 1000, unixepoch() * 1000
  FROM "RawBlock" HAVING count(*) > 0;
