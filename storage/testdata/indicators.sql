-- The 21 indicators of one park by plain SQL: an oracle for the profile and its
-- evaluator, written from the description of the indicators and from the tables
-- alone. Parameters: ?1 the park, ?2 the year as text.
WITH
y(park, year, first, last, days, prev) AS (
    SELECT ?1, ?2, ?2 || '-01-01', ?2 || '-12-31',
           julianday(?2 || '-12-31') - julianday(?2 || '-01-01') + 1,
           CAST(CAST(?2 AS INTEGER) - 1 AS TEXT)
),
-- Residents with an agreement in force on at least one day of the year, of each year on record.
years(year) AS (SELECT DISTINCT period FROM resident_report, y WHERE park_id = y.park AND length(period) = 4 AND period <= y.year),
stay(resident, year) AS (
    SELECT DISTINCT c.resident, n.year FROM contract c, y, (SELECT year FROM years UNION SELECT year FROM y UNION SELECT prev FROM y) n
    WHERE c.park_id = y.park AND c.kind = 'residency'
      AND c.valid_from <= n.year || '-12-31' AND coalesce(c.valid_to, '9999') >= n.year || '-01-01'
),
active(id) AS (SELECT resident FROM stay, y WHERE stay.year = y.year),
rep AS (SELECT r.* FROM resident_report r JOIN active ON active.id = r.resident, y WHERE r.period = y.year),
-- A cell that was answered: a value, or «не применимо», which adds nothing.
cells AS (
    SELECT resident,
        headcount AS h,
        CASE WHEN revenue IS NOT NULL OR revenue_na THEN coalesce(revenue, 0) END AS rev,
        CASE WHEN export IS NOT NULL OR export_na THEN coalesce(export, 0) END AS exp,
        CASE WHEN innovative_revenue IS NOT NULL OR innovative_revenue_na THEN coalesce(innovative_revenue, 0) END AS inno,
        CASE WHEN (rd_own IS NOT NULL OR rd_own_na) AND (rd_budget IS NOT NULL OR rd_budget_na) AND (rd_other IS NOT NULL OR rd_other_na)
             THEN coalesce(rd_own, 0) + coalesce(rd_budget, 0) + coalesce(rd_other, 0) END AS rd,
        CASE WHEN (capital IS NOT NULL OR capital_na) AND (equity IS NOT NULL OR equity_na)
             THEN coalesce(capital, 0) + coalesce(equity, 0) END AS inv,
        CASE WHEN (taxes_federal IS NOT NULL OR taxes_federal_na) AND (taxes_regional IS NOT NULL OR taxes_regional_na)
              AND (taxes_local IS NOT NULL OR taxes_local_na) AND (customs IS NOT NULL OR customs_na) AND (contributions IS NOT NULL OR contributions_na)
             THEN coalesce(taxes_federal, 0) + coalesce(taxes_regional, 0) + coalesce(taxes_local, 0) + coalesce(customs, 0) + coalesce(contributions, 0) END AS pay
    FROM rep
),
ip(resident, patent) AS (
    SELECT resident, kind IN ('invention', 'utility_model', 'design') FROM ip_result, y
    WHERE park_id = y.park AND granted BETWEEN y.first AND y.last
),
lease(resident, area_days) AS (
    SELECT c.resident, c.area * (min(julianday(coalesce(c.valid_to, y.last)), julianday(y.last)) - max(julianday(c.valid_from), julianday(y.first)) + 1)
    FROM contract c JOIN active ON active.id = c.resident, y
    WHERE c.park_id = y.park AND c.kind = 'lease' AND c.valid_from <= y.last AND coalesce(c.valid_to, y.last) >= y.first
),
list(name, code) AS (
    VALUES ('service', 'land_sale'), ('service', 'land_lease'), ('service', 'space_lease'), ('service', 'built_to_suit'), ('service', 'equipment'), ('service', 'logistics'), ('service', 'recruitment'), ('service', 'upkeep'), ('service', 'security'), ('service', 'legal'), ('service', 'consulting'), ('service', 'cleaning'), ('service', 'prototyping'), ('service', 'engineering'), ('service', 'certification'), ('service', 'laboratory'), ('service', 'accelerator'), ('service', 'accounting'), ('service', 'ip_support'),
        ('disclosure', 'site_ru'), ('disclosure', 'site_en'), ('disclosure', 'residents'), ('disclosure', 'vacancies'), ('disclosure', 'tariffs'), ('disclosure', 'contacts'), ('disclosure', 'news'), ('disclosure', 'social'), ('disclosure', 'gisip'), ('disclosure', 'services'), ('disclosure', 'admission'), ('disclosure', 'documents'),
        ('practice', 'low_carbon'), ('practice', 'energy_audit'), ('practice', 'waste'), ('practice', 'access'), ('practice', 'iso14001'), ('practice', 'training'), ('practice', 'charity'), ('practice', 'renewables'), ('practice', 'water_saving'), ('practice', 'eco_transport')
),
site AS (SELECT s.* FROM site_report s, y WHERE s.park_id = y.park AND s.period = y.year),
own AS (SELECT r.* FROM company_report r, y WHERE r.park_id = y.park AND r.period = y.year),
money(public, private) AS (
    SELECT sum(amount) FILTER (WHERE source IN ('federal', 'regional', 'municipal')),
           sum(amount) FILTER (WHERE source NOT IN ('federal', 'regional', 'municipal'))
    FROM investment, y WHERE park_id = y.park AND date <= y.last
),
taxes(total) AS (
    SELECT sum(coalesce(taxes_federal, 0) + coalesce(taxes_regional, 0) + coalesce(taxes_local, 0))
    FROM resident_report r JOIN stay ON stay.resident = r.resident AND stay.year = r.period, y
    WHERE r.park_id = y.park AND r.period <= y.year
      AND (taxes_federal IS NOT NULL OR taxes_federal_na) AND (taxes_regional IS NOT NULL OR taxes_regional_na) AND (taxes_local IS NOT NULL OR taxes_local_na)
)
SELECT 'S1.1', sum(rd) / 100000.0 / sum(h) FROM cells WHERE rd IS NOT NULL AND h IS NOT NULL
UNION ALL SELECT 'S1.2', 1.0 * (SELECT count(*) FROM ip WHERE resident IN (SELECT resident FROM cells WHERE h IS NOT NULL)) / sum(h) FROM cells WHERE h IS NOT NULL
UNION ALL SELECT 'S1.3', 1.0 * (SELECT count(*) FROM ip WHERE patent AND resident IN (SELECT resident FROM cells WHERE h IS NOT NULL)) / sum(h) FROM cells WHERE h IS NOT NULL
UNION ALL SELECT 'S1.4', 100.0 * (SELECT total(area_days) FROM lease JOIN resident r ON r.id = lease.resident WHERE r.innovative) / (SELECT days FROM y) / useful FROM site
UNION ALL SELECT 'S1.5', 100.0 * sum(inno) / sum(rev) FROM cells WHERE inno IS NOT NULL AND rev IS NOT NULL
UNION ALL SELECT 'S2.1', sum(rev) / 100000.0 / sum(h) FROM cells WHERE rev IS NOT NULL AND h IS NOT NULL
UNION ALL SELECT 'S2.2', 100.0 * sum(exp) / sum(rev) FROM cells WHERE exp IS NOT NULL AND rev IS NOT NULL
UNION ALL SELECT 'S2.3', sum(pay) / 100000.0 / sum(h) FROM cells WHERE pay IS NOT NULL AND h IS NOT NULL
UNION ALL SELECT 'S2.4', 100.0 * sum(coalesce(t.revenue, 0)) / sum(coalesce(p.revenue, 0))
    FROM y JOIN rep t JOIN stay ON stay.resident = t.resident AND stay.year = y.prev
    JOIN resident_report p ON p.resident = t.resident AND p.period = y.prev
    WHERE t.revenue IS NOT NULL AND p.revenue IS NOT NULL
UNION ALL SELECT 'S2.5', 100.0 * (SELECT sum(count) FROM job, y WHERE park_id = y.park AND change = 'created' AND date BETWEEN y.first AND y.last
        AND resident IN (SELECT resident FROM cells WHERE h IS NOT NULL)) / sum(h) FROM cells WHERE h IS NOT NULL
UNION ALL SELECT 'S3.1', 100.0 * (SELECT total(area_days) FROM lease) / (SELECT days FROM y) / leasable FROM site
UNION ALL SELECT 'S3.2', count(*) FROM (SELECT resident, min(valid_from) AS since FROM contract, y WHERE park_id = y.park AND kind = 'residency' GROUP BY resident), y
    WHERE since BETWEEN y.first AND y.last
UNION ALL SELECT 'S3.3', 100.0 * count(DISTINCT s.kind) / 19 FROM service_report r JOIN service s ON s.id = r.service, y WHERE r.park_id = y.park AND r.period = y.year AND r.times > 0
    AND s.kind IN (SELECT code FROM list WHERE name = 'service')
UNION ALL SELECT 'S3.4', 100.0 * (income_rent + income_services + income_other) / costs FROM own
UNION ALL SELECT 'S3.5', 1.0 * (taxes.total + (SELECT taxes_before FROM park, y WHERE id = y.park)) / public FROM taxes, money
UNION ALL SELECT 'S4.1', sum(inv) / 100000.0 / sum(h) FROM cells WHERE inv IS NOT NULL AND h IS NOT NULL
UNION ALL SELECT 'S4.2', 1.0 * private / public FROM money
UNION ALL SELECT 'S4.3', 100.0 * avg(share) FROM (SELECT 1.0 * production_free / nullif(production, 0) AS share FROM site UNION ALL SELECT 1.0 * power_free / nullif(power, 0) FROM site)
UNION ALL SELECT 'S5.1', 100.0 * count(DISTINCT item) / 12 FROM disclosure, y WHERE park_id = y.park AND period = y.year AND met AND item IN (SELECT code FROM list WHERE name = 'disclosure')
UNION ALL SELECT 'S5.2', ((SELECT count(*) FROM publication, y WHERE park_id = y.park AND date BETWEEN y.first AND y.last)
    + (SELECT count(*) FROM event, y WHERE park_id = y.park AND date BETWEEN y.first AND y.last)) / 12.0
UNION ALL SELECT 'S5.3', 100.0 * count(DISTINCT item) / 10 FROM practice, y WHERE park_id = y.park AND item IN (SELECT code FROM list WHERE name = 'practice') AND status = 'yes' AND since <= y.last AND coalesce(until, '9999') >= y.last;
