-- Bureaus. Names and the two last area codes could not be confirmed from public sources: editable, not law.
create table bureau (
    bureau    text primary key,
    name      text not null,
    area_code char(6) not null unique,
    parent    text references bureau
);

insert into bureau (bureau, name, area_code, parent) values
    ('alxa',       '国家税务总局阿拉善盟税务局', '152900', null),
    ('zuoqi',      '阿拉善左旗税务局',           '152921', 'alxa'),
    ('youqi',      '阿拉善右旗税务局',           '152922', 'alxa'),
    ('ejina',      '额济纳旗税务局',             '152923', 'alxa'),
    ('gaoxin',     '阿拉善高新技术产业开发区税务局', '152971', 'alxa'),
    ('wulanbuhe',  '乌兰布和税务局',             '152998', 'alxa'),
    ('tengger',    '腾格里税务局',               '152999', 'alxa');

-- A case of any kind. The case number is also the engine's business key.
create table case_file (
    case_number         text primary key,
    kind                text not null,
    matter              text not null,
    taxpayer_class      text not null,
    bureau              text not null references bureau,
    taxpayer_id         text not null,
    taxpayer_name       text not null,
    amount_fen          bigint,
    channel             text not null,
    request_id          text unique,
    related_case        text references case_file,
    status              text not null,
    outcome             text,
    expedited           boolean not null default false,
    opened_by           text not null,
    opened_at           timestamptz not null,
    applied_at          timestamptz not null,
    accepted_at         timestamptz,
    arisen_on           date,
    closed_at           timestamptz
);
create index case_file_bureau on case_file (bureau, kind, status, opened_at desc);
create index case_file_taxpayer on case_file (taxpayer_id);
create index case_file_related on case_file (related_case) where related_case is not null;

-- Who did what, append-only.
create table case_event (
    case_event_id bigint generated always as identity primary key,
    case_number   text not null references case_file,
    at            timestamptz not null,
    actor         text not null,
    step          text not null,
    action        text not null,
    detail        text not null default ''
);
create index case_event_case on case_event (case_number, case_event_id);

-- The papers a matter asks for; EXEMPT ones may never be asked for (plan measure 9), reusable ones only once (measure 16).
create table material_rule (
    kind     text not null,
    matter   text not null,
    code     text not null,
    name     text not null,
    demand   text not null check (demand in ('REQUIRED', 'EXEMPT')),
    reusable boolean not null default false,
    position int not null,
    primary key (kind, matter, code)
);

create table material (
    case_number text not null references case_file,
    code        text not null,
    name        text not null,
    state       text not null check (state in ('PRESENT', 'MISSING', 'EXEMPT', 'ON_FILE', 'WAIVED')),
    primary key (case_number, code)
);

-- Attachments; a document without a case was uploaded for a form that has not been sent yet.
create table document (
    document_id uuid primary key,
    case_number text references case_file,
    bureau      text not null references bureau,
    name        text not null,
    media_type  text not null,
    size        bigint not null,
    sha256      char(64) not null,
    content     bytea not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null
);
create index document_case on document (case_number);

-- Case numbers: unique and gap-tolerant. One sequence per letter, area and year, made when first needed, so that
-- nobody waits for another clerk's transaction to end.
create function next_case_number(letter text, of_bureau text, of_year int) returns text
    language plpgsql as
$$
declare
    area     text;
    sequence text;
    number   bigint;
begin
    select area_code into strict area from chunfeng.bureau b where b.bureau = of_bureau;
    sequence := format('chunfeng.case_number_%s_%s_%s', lower(letter), area, of_year);
    if to_regclass(sequence) is null then
        begin
            execute format('create sequence if not exists %s', sequence);
        exception when unique_violation then
            null; -- somebody else made it in this very moment
        end;
    end if;
    execute format('select nextval(%L)', sequence) into number;
    return format('%s-%s-%s-%s', letter, area, of_year, case when number < 1000000 then lpad(number::text, 6, '0') else number::text end);
end;
$$;
