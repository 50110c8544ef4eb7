-- What colleagues know and write down for each other. Queues and ticket types: what an article suits; none suits all.
-- Each change leaves a version; its number is the article's version counted from one.

create table article (
    id           uuid primary key,
    version      bigint not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    owner_id     uuid references app_user,
    team_id      uuid references team,
    title        text not null check (length(title) between 1 and 200),
    body         text not null check (length(body) <= 50000),
    language     text not null check (length(language) <= 10),
    status       text not null check (status in ('draft', 'published', 'archived')),
    queues       varchar(100)[] not null check (cardinality(queues) <= 50),
    ticket_types varchar(40)[] not null check (cardinality(ticket_types) <= 20),
    tags         varchar(40)[] not null check (cardinality(tags) <= 30)
);
create index article_updated on article (updated_at desc, id desc);
create index article_title on article (title, id);

create table article_version (
    article_id   uuid not null references article on delete cascade,
    number       bigint not null,
    at           timestamptz not null,
    editor_id    uuid references app_user,
    title        text not null,
    body         text not null,
    language     text not null,
    status       text not null,
    queues       varchar(100)[] not null,
    ticket_types varchar(40)[] not null,
    tags         varchar(40)[] not null,
    primary key (article_id, number)
);

create table article_search (
    id     uuid primary key references article on delete cascade,
    form   smallint not null,
    tokens tsvector not null
);
create index article_search_tokens on article_search using gin (tokens);

-- Whether an article has the words; for lists that are narrowed by other things as well.
create function article_found(article uuid, words text) returns boolean language sql stable as $$
    select exists (select 1 from article_search s where s.id = article and s.tokens @@ words::tsquery)
$$;
