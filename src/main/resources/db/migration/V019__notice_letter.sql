-- The mail that a notice goes out in with others: its first notice. Settled before the mail leaves, so that a mail that is
-- sent again after a crash is the same mail.
alter table notice add letter bigint references notice;
create index notice_letter on notice (letter) where state = 'PENDING';
