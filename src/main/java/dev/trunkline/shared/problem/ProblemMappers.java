package dev.trunkline.shared.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.trunkline.shared.Ids;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure of a request into problem details. What we did not foresee is logged and said without a word of its insides. */
final class ProblemMappers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMappers.class);
    private static final int MAX_CAUSES = 10;

    @ServerExceptionMapper
    RestResponse<ProblemView> problem(Problem problem) {
        return response(problem);
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> violations(ConstraintViolationException failure) {
        return response(Violations.of(failure.getConstraintViolations()));
    }

    // Quarkus has a mapper of its own for the second, which says nothing.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    RestResponse<ProblemView> json(JsonProcessingException failure) {
        return response(JsonProblems.of(failure));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<ProblemView> unauthenticated(SecurityException failure) {
        return response(Problem.unauthenticated());
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> forbidden(ForbiddenException failure) {
        return response(Problem.forbidden());
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> web(WebApplicationException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return response(JsonProblems.of(json));
            }
        }
        Response.StatusType status = failure.getResponse().getStatusInfo();
        var reason = status.getReasonPhrase();
        var problem =
                Problem.of(status.getStatusCode(), code(reason), reason, detail(status.getStatusCode()), Map.of());
        return response(problem);
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> unexpected(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            var known = known(cause);
            if (known != null) {
                return response(known);
            }
        }
        var incident = Ids.next().toString();
        LOG.error("Unexpected failure of a request, incident {}", incident, failure);
        return response(Problem.of(
                500, "internal", "Internal error", "Something went wrong here", Map.of("incident", incident)));
    }

    /** What the layers below throw, wrapped in whatever. */
    private static @Nullable Problem known(Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem;
            case OptimisticLockException stale -> Problem.stale();
            case StaleStateException stale -> Problem.stale();
            case PgException pg -> ofState(pg.getSqlState());
            case SQLException sql -> ofState(sql.getSQLState());
            default -> null;
        };
    }

    /** What PostgreSQL refused for reasons that lie in the request. */
    private static @Nullable Problem ofState(@Nullable String state) {
        return switch (state) {
            case "23505" -> Problem.conflict("exists", "There is one already");
            case "23503" ->
                Problem.conflict("reference", "It refers to something that is not there, or something refers to it");
            case "22021" -> Problem.badRequest("bad-text", "A text holds a character that cannot be kept, such as NUL");
            case null, default -> null;
        };
    }

    private static String code(String reason) {
        return reason.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address";
            case 405 -> "This method does not go with this address";
            case 406 -> "None of the types asked for can be given";
            case 413 -> "The body is too large";
            case 415 -> "Send application/json";
            default -> "The request could not be served";
        };
    }

    private static RestResponse<ProblemView> response(Problem problem) {
        var builder = RestResponse.ResponseBuilder.<ProblemView>create(problem.status())
                .entity(ProblemView.of(problem))
                .type(MediaType.valueOf(ProblemView.MEDIA_TYPE));
        var retryAfter = problem.params().get("retryAfterSeconds");
        if (retryAfter != null) {
            builder.header("Retry-After", retryAfter);
        }
        if (problem.status() == 401) {
            builder.header("WWW-Authenticate", "Bearer");
        }
        return builder.build();
    }
}
