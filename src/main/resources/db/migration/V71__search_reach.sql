-- Who sees few of many customers has them found by whose they are, and not by reading past everybody else's.
create index customer_team on customer (team_id, owner_id);

-- An index that gathers what is new in a list has every search read that list until it is merged.
alter index customer_search_tokens set (fastupdate = off);
alter index ticket_search_tokens set (fastupdate = off);
alter index customer_phone_part set (fastupdate = off);
select gin_clean_pending_list('customer_search_tokens'),
       gin_clean_pending_list('ticket_search_tokens'),
       gin_clean_pending_list('customer_phone_part');
