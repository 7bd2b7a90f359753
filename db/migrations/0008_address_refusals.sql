CREATE TABLE "address_refusals" (
	"address_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"refused_at" timestamp with time zone NOT NULL,
	CONSTRAINT "address_refusals_address_id_topic_pk" PRIMARY KEY("address_id","topic")
);
