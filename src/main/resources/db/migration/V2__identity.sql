-- People, their teams and their sessions.

create table team (
    id         uuid primary key,
    version    bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    name       text not null unique check (length(name) between 1 and 80)
);

create table app_user (
    id            uuid primary key,
    version       bigint not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    username      text not null unique check (username = lower(username) and length(username) between 2 and 40),
    name          text not null check (length(name) between 1 and 80),
    password_hash text check (length(password_hash) <= 300),
    roles         text[] not null,
    team_id       uuid references team,
    extension     text unique check (length(extension) <= 10),
    language      text check (length(language) <= 10),
    active        boolean not null
);
create index app_user_team on app_user (team_id);

-- A session is known by its token's SHA-256 alone: who reads this table can sign in as nobody.
create table session (
    token_hash bytea primary key,
    user_id    uuid not null references app_user on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_user_id on session (user_id);
create index session_expires on session (expires_at);

-- Failures are counted by the name that was tried, whether or not there is such a user, so that nothing tells them apart.
create table sign_in_failure (
    username     text primary key check (length(username) <= 100),
    failures     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
