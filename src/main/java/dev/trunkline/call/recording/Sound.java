package dev.trunkline.call.recording;

import java.nio.file.Path;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A stored recording about to be sent, whole or in part. The file is sent by the system, without passing through us.
 *
 * @param name for whoever saves it, without extension
 */
record Sound(Path file, long bytes, String etag, String name) {

    RestResponse<PathPart> unchanged() {
        return ResponseBuilder.<PathPart>create(RestResponse.Status.NOT_MODIFIED)
                .header("ETag", etag)
                .build();
    }

    /**
     * 200 with all of it, 206 with a part, or 416.
     *
     * @param range the header, null for all of it
     */
    RestResponse<PathPart> answer(@Nullable String range) {
        ByteRange part;
        try {
            part = ByteRange.parse(range, bytes);
        } catch (ByteRange.Unsatisfiable e) {
            return ResponseBuilder.<PathPart>create(RestResponse.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + bytes)
                    .build();
        }
        ByteRange sent = part == null ? new ByteRange(0, bytes - 1) : part;
        ResponseBuilder<PathPart> response = ResponseBuilder.<PathPart>create(
                        part == null ? RestResponse.Status.OK : RestResponse.Status.PARTIAL_CONTENT)
                .entity(new PathPart(file, sent.first(), sent.length()))
                .type("audio/wav")
                .header("Accept-Ranges", "bytes")
                .header("ETag", etag)
                .header("Cache-Control", "private, no-cache")
                .header(
                        "Content-Disposition",
                        "inline; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + ".wav\"");
        if (part != null) {
            response.header("Content-Range", "bytes " + sent.first() + "-" + sent.last() + "/" + bytes);
        }
        return response.build();
    }
}
