-- Everything that was told, or is to be told, to somebody; written in the transaction of the work that it tells about.
create table notice (
    notice_id        bigint generated always as identity primary key,
    kind             text not null,
    case_number      text references case_file,
    bureau           text not null references bureau,
    step             text not null,
    recipient_kind   text not null check (recipient_kind in ('ACCOUNT', 'GROUP', 'TAXPAYER')),
    recipient        text not null,
    recipient_bureau text not null references bureau,
    channel          text not null check (channel in ('MAIL', 'PAGE', 'PRINT')),
    subject          text not null,
    body             text not null,
    due_at           timestamptz,
    -- the same thing is told to the same recipient once, however often its handler runs
    dedupe_key       text not null unique,
    from_actor       text not null,
    created_at       timestamptz not null,
    deliver_after    timestamptz not null,
    state            text not null check (state in ('PENDING', 'SENT', 'FAILED')),
    attempts         int not null default 0,
    next_attempt_at  timestamptz not null,
    delivered_to     text not null default '',
    delivery_note    text not null default '',
    sent_at          timestamptz,
    reminded_at      timestamptz,
    acknowledged_at  timestamptz,
    acknowledged_by  text
);
create index notice_waiting on notice (next_attempt_at) where state = 'PENDING' and channel = 'MAIL';
create index notice_dead on notice (bureau) where state = 'FAILED';
create index notice_case on notice (case_number, notice_id);
create index notice_recipient on notice (recipient, recipient_bureau, notice_id desc);
create index notice_unacknowledged on notice (created_at) where kind = 'HAND_OVER' and acknowledged_at is null;
