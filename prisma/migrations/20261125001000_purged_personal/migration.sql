-- When personal data was deleted: of an answer the text, of a contact its name, e-mail, phones and postal address.
ALTER TABLE "Answer" ADD COLUMN "purgedMs" BIGINT;
ALTER TABLE "Contact" ADD COLUMN "purgedMs" BIGINT;
