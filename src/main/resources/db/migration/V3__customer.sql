-- Customers. The aggregate is kept whole, contacts included; its phones stand again in rows of their own to be found by,
-- and its names, in lower case, in findable.

create table customer (
    id         uuid primary key,
    version    bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    owner_id   uuid references app_user,
    team_id    uuid references team,
    kind       text not null check (kind in ('company', 'person')),
    name       text not null check (length(name) between 1 and 200),
    tags       varchar(40)[] not null check (cardinality(tags) <= 30),
    vip        boolean not null,
    note       text check (length(note) <= 4000),
    contacts   text not null check (length(contacts) <= 200000),
    findable   text not null default '' check (length(findable) <= 40000)
);
create index customer_created on customer (created_at desc, id desc);
create index customer_updated on customer (updated_at, id);
create index customer_by_name on customer (name, id);
create index customer_findable on customer using gin (findable gin_trgm_ops);
create index customer_tags on customer using gin (tags);
create index customer_owner on customer (owner_id);

-- phone_key: the normal form a number is known by (PhoneIdentity.key). digits: the same without signs, for parts of it.
create table customer_phone (
    id           uuid primary key,
    customer_id  uuid not null references customer on delete cascade,
    phone_key    text not null check (length(phone_key) <= 40),
    digits       text not null check (length(digits) <= 40),
    raw          text not null check (length(raw) <= 64),
    contact_name text check (length(contact_name) <= 200)
);
create index customer_phone_key on customer_phone (phone_key);
create index customer_phone_part on customer_phone using gin (digits gin_trgm_ops);
create index customer_phone_customer on customer_phone (customer_id);
