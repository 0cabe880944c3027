-- What a session lets its account do, as one text; null: there is none, or it has ended. Whoever was signed in with the same text before
-- is signed in as the same today: account, institution, person, names and all roles.
create function platform.session_standing(session_hash bytea, at timestamptz) returns text language sql stable
  as $$ select jsonb_build_object('accountId', s.account_id, 'institutionId', s.institution_id, 'personId', a.person_id,
      'nameZh', a.name_zh, 'nameEn', a.name_en,
      'held', coalesce((select jsonb_agg(jsonb_build_object('institutionId', r.institution_id, 'role', r.role) order by r.institution_id, r.role)
        from platform.account_role r where r.account_id = a.id), '[]'))::text
    from platform.session s join platform.account a on a.id = s.account_id
    where s.token_hash = session_hash and s.expires_at > at $$;

-- Ends a transaction that was begun for a session which does not stand as it was known: no statement after it runs, and its commit is a
-- rollback.
create function platform.require_session(session_hash bytea, at timestamptz, known bytea) returns void language plpgsql stable
  as $$ begin
    if sha256(convert_to(platform.session_standing(session_hash, at), 'UTF8')) is distinct from known then
      raise exception using errcode = 'CL001', message = 'the session does not stand as it was known';
    end if;
  end $$;
