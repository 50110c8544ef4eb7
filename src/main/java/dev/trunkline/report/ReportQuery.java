package dev.trunkline.report;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a report can be asked for. Raw text from outside. */
public class ReportQuery {
    @QueryParam("from")
    @Parameter(
            required = true,
            description = "A time with offset, or a date: its first instant in the house's time zone")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            required = true,
            description = "Likewise; not in the report any more. At most 31 days later, 366 from interval day on")
    @Nullable
    String to;

    @QueryParam("interval")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"15min", "30min", "hour", "day", "week", "month"},
                            defaultValue = "day"))
    @Nullable
    String interval;

    @QueryParam("group")
    @Parameter(
            description = "What a row is about: queue or all; agent, team or all",
            schema = @Schema(implementation = Report.Group.class))
    @Nullable
    String group;

    @QueryParam("queue")
    @Parameter(description = "Only these queues, by name, with commas between")
    @Nullable
    String queue;

    @QueryParam("agent")
    @Parameter(description = "Only these agents, by extension, with commas between")
    @Nullable
    String agent;

    public ReportQuery() {}
}
