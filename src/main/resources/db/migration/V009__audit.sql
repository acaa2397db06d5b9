-- The accountability case of a breach: at most one a breach, also with two nodes.
create table audit_case (
    case_number   text primary key references case_file,
    breach_id     bigint not null unique,
    late_case     text not null references case_file,
    late_step     text not null,
    late_handler  text,
    late_group    text not null,
    cause         text,
    explanation   text not null default '',
    explained_by  text,
    explained_at  timestamptz,
    silent        boolean not null default false,
    referral      text not null default '',
    referred_by   text,
    passed_on     boolean not null default false,
    conclusion    text,
    opinion       text not null default '',
    concluded_by  text,
    concluded_at  timestamptz
);
create index audit_case_late on audit_case (late_case);
