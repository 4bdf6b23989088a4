-- Whoever follows the change sequence asks for the reports after a number, over and over: found without
-- reading all others. No key and not unique: the unit stays first in every key of report.
CREATE INDEX report_sequence ON report (sequence);
