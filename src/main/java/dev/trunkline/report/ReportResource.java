package dev.trunkline.report;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What queues and agents have done, to be read or taken away; what is taken away is noted in the audit. */
@Path("/api/v1/reports")
@Cancellable(false)
@Tag(name = "Reports")
public class ReportResource {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV), MediaType.valueOf(XLSX))
            .build();

    private final Reports reports;
    private final CurrentReader current;
    private final Audit audit;
    private final Pool pool;
    private final ZoneId zone;

    ReportResource(
            Reports reports,
            CurrentReader current,
            Audit audit,
            Pool pool,
            @ConfigProperty(name = "trunkline.time-zone") Optional<String> zone) {
        this.reports = reports;
        this.current = current;
        this.audit = audit;
        this.pool = pool;
        this.zone = zone.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    }

    @GET
    @Path("/{name}")
    @Produces({MediaType.APPLICATION_JSON, CSV, XLSX})
    @Allowed(Permission.REPORTS)
    @Operation(
            operationId = "getReport",
            summary = "What queues or agents did, by intervals; as JSON, CSV or an Excel workbook")
    @APIResponse(
            responseCode = "200",
            description = "The report; without Accept as JSON",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Report.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<Response> get(@RestPath String name, @BeanParam ReportQuery query, @Context Request request) {
        Reader reader = current.get();
        Asked asked = Asked.of(name, query, zone);
        Variant form = request.selectVariant(FORMS);
        MediaType type = form == null ? MediaType.APPLICATION_JSON_TYPE : form.getMediaType();
        return reports.make(reader, asked)
                .chain(report -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                        ? Uni.createFrom()
                                .item(Response.ok(report, MediaType.APPLICATION_JSON_TYPE)
                                        .build())
                        : export(reader, report, type));
    }

    private Uni<Response> export(Reader reader, Report report, MediaType type) {
        boolean csv = type.isCompatible(MediaType.valueOf(CSV));
        String format = csv ? "csv" : "xlsx";
        byte[] file = csv ? CsvFile.of(report) : XlsxFile.of(report);
        JsonObject details = new JsonObject()
                .put("format", format)
                .put("from", report.from().toString())
                .put("to", report.to().toString())
                .put("interval", report.interval())
                .put("group", Words.of(report.group()))
                .put("rows", report.rows().size());
        return audit.record(pool, reader, "exported", "report", Words.of(report.name()), details)
                .replaceWith(Response.ok(file, csv ? CSV + ";charset=UTF-8" : XLSX)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"%s.%s\"".formatted(report.file(), format))
                        .build());
    }
}
