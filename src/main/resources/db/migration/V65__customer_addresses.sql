-- Postal addresses of customers. lines: street, number, building. country: ISO 3166-1, two letters. At most one of a
-- customer's is the main one; looked at when a transaction ends, so that one can take over from another.

create table customer_address (
    id          uuid primary key,
    version     bigint not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    customer_id uuid not null references customer on delete cascade,
    kind        text not null check (kind in ('billing', 'delivery', 'visit', 'other')),
    label       text check (length(label) <= 40),
    lines       varchar(200)[] not null check (cardinality(lines) between 1 and 4),
    district    text check (length(district) <= 100),
    city        text check (length(city) <= 100),
    province    text check (length(province) <= 100),
    postal_code text check (length(postal_code) <= 20),
    country     text not null check (country ~ '^[A-Z]{2}$'),
    main        boolean not null,
    constraint customer_address_main exclude using btree (customer_id with =) where (main) deferrable initially deferred
);
create index customer_address_customer on customer_address (customer_id, created_at, id);
