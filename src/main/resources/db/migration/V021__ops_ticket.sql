-- What a ticket is about and how it stands; earlier handlings stand on the timeline of its case.
create table ops_ticket (
    case_number      text primary key references case_file,
    faulty_system    text not null,
    problem          text not null,
    handlings        int not null default 1, -- one more for each time that the county sent it back
    outcome          text check (outcome in ('SOLVED', 'REPORTED')), -- null while operations have it
    solution         text not null default '',
    region_reference text not null default '',
    reported_on      date,
    region_answer    text not null default '',
    check (outcome is distinct from 'REPORTED' or (region_reference <> '' and reported_on is not null))
);
