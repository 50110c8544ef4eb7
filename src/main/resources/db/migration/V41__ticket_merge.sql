-- The ticket that goes on in the place of a merged one.
alter table ticket add column merged_into uuid references ticket (id) check (merged_into <> id);
create index ticket_merged_into on ticket (merged_into) where merged_into is not null;
