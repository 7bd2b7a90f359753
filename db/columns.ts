import { customType } from "drizzle-orm/pg-core";

/**
 * Time columns that read as ISO 8601 strings on both drivers, whatever the server's DateStyle or TimeZone:
 * `2026-11-23T09:30:00Z`, `2026-11-23`, `10:30`, `2026-11-23T10:30`.
 */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp with time zone",
  fromDriver: (value) => new Date(value).toISOString().replace(".000Z", "Z"),
});

export const plainDate = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

export const plainTime = customType<{ data: string; driverData: string }>({
  dataType: () => "time",
  fromDriver: (value) => value.slice(0, 5),
});

export const plainDateTime = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp without time zone",
  fromDriver: (value) => value.replace(" ", "T").slice(0, 16),
});

/** One driver gives Buffers, the other plain bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

export const timeRange = customType<{ data: string; driverData: string }>({ dataType: () => "tstzrange" });
