-- The yearly notices of the State Council as versioned sets: one signed set a year, older ones stay as superseded.
create table decree (
    decree_id     bigint generated always as identity primary key,
    year          int not null,
    source        text not null,
    content_hash  char(64) not null,
    state         text not null check (state in ('DRAFT', 'SIGNED', 'SUPERSEDED', 'DISCARDED')),
    imported_by   text not null,
    imported_at   timestamptz not null,
    signed_by     text,
    signed_at     timestamptz,
    reason        text,
    version       bigint,
    constraint four_eyes check (signed_by is null or signed_by <> imported_by)
);
create unique index decree_in_force on decree (year) where state = 'SIGNED';
create unique index decree_draft on decree (year, content_hash) where state = 'DRAFT';

create table decree_day (
    decree_id bigint not null references decree,
    day       date not null,
    working   boolean not null,
    name      text not null,
    primary key (decree_id, day)
);

-- Grows with every signature; whoever keeps a computed date keeps this number beside it.
create table calendar_version (
    one     boolean primary key default true check (one),
    version bigint not null
);
insert into calendar_version (version) values (0);

-- Days off that stand in the regulation itself (全国年节及纪念日放假办法, 2024-11-10, art. 2) and so are certain before a
-- notice: every year's fixed dates, and the lunar ones of the first year without a notice. Weekends worked are never
-- certain and are not guessed.
create table statutory_day (
    year         int,
    month        int not null,
    day_of_month int not null,
    name         text not null,
    unique nulls not distinct (year, month, day_of_month)
);
insert into statutory_day (year, month, day_of_month, name) values
    (null, 1, 1, '元旦'),
    (null, 5, 1, '劳动节'),
    (null, 5, 2, '劳动节'),
    (null, 10, 1, '国庆节'),
    (null, 10, 2, '国庆节'),
    (null, 10, 3, '国庆节'),
    (2027, 2, 5, '除夕'),
    (2027, 2, 6, '春节'),
    (2027, 2, 7, '春节'),
    (2027, 2, 8, '春节'),
    (2027, 4, 5, '清明节'),
    (2027, 6, 9, '端午节'),
    (2027, 9, 15, '中秋节');
