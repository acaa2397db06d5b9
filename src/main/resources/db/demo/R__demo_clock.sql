-- How far the demo's time machine is ahead of the real time: one row, kept so that a restart never goes back in time.
create table if not exists demo_clock (
    only_row   boolean primary key default true check (only_row),
    offset_ms  bigint not null,
    changed_at timestamptz not null
);
