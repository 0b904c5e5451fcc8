-- How many networks an answer told of, and how many of those were new to us.
ALTER TABLE "Answer" ADD COLUMN "toldNetworks" INTEGER;
ALTER TABLE "Answer" ADD COLUMN "newNetworks" INTEGER;

-- How far a question has come is read from the queue and the kept answers.
ALTER TABLE "Contact" DROP COLUMN "pivot";
