-- What goes with a notice's mail, such as the workbook of a month's report; written with the notice, read when it is sent.
create table notice_file (
    notice_id bigint not null references notice on delete cascade,
    name      text not null,
    type      text not null,
    content   bytea not null,
    primary key (notice_id, name)
);
