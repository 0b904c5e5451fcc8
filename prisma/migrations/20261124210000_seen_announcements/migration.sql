-- Whether a block was seen on the internet, or is only registered for its AS.
ALTER TABLE "Announcement" ADD COLUMN "seen" INTEGER NOT NULL DEFAULT 1;
UPDATE "Announcement" SET "seen" = 0
WHERE "answerId" NOT IN (SELECT "id" FROM "Answer" WHERE "server" = 'whois.cymru.com');
