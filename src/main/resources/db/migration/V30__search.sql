-- What customers and tickets are searched by, made by shared.search from their names and texts: one row each, written with
-- them; rows of another form, or that are missing, are made beside the running service. Words are ours, so their order
-- must not depend on the database's locale.

create table customer_search (
    id       uuid primary key references customer on delete cascade,
    form     smallint not null,
    name     text collate "C" not null check (length(name) <= 64),
    pinyin   text collate "C" check (length(pinyin) <= 64),
    initials text collate "C" not null check (length(initials) <= 64),
    tokens   tsvector not null
);
create index customer_search_name on customer_search (name);
create index customer_search_pinyin on customer_search (pinyin) where pinyin is not null;
create index customer_search_initials on customer_search (initials);
create index customer_search_tokens on customer_search using gin (tokens);

create table ticket_search (
    id     uuid primary key references ticket on delete cascade,
    form   smallint not null,
    tokens tsvector not null
);
create index ticket_search_tokens on ticket_search using gin (tokens);
