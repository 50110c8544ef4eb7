-- Views of lists that people keep for themselves. search: a query string; columns: null for the list's own choice.

create table saved_view (
    id         uuid primary key,
    version    bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    owner_id   uuid not null references app_user on delete cascade,
    list       text not null check (length(list) between 1 and 40),
    name       text not null check (length(name) between 1 and 60),
    search     text not null check (length(search) <= 2000),
    columns    text[],
    unique (owner_id, list, name)
);
