-- Who keeps networks in memory sees by this that some are gone, or lie elsewhere: new ones have higher ids.
CREATE TRIGGER "Network_removed" AFTER DELETE ON "Network" BEGIN
  INSERT INTO "Setting" ("key", "value") VALUES ('networks-removed', hex(randomblob(8)))
  ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value";
END;

CREATE TRIGGER "Network_moved" AFTER UPDATE OF "firstBytes", "lastBytes" ON "Network" BEGIN
  INSERT INTO "Setting" ("key", "value") VALUES ('networks-removed', hex(randomblob(8)))
  ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value";
END;
