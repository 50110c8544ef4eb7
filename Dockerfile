# Trunkline on a JVM. Build it from what the tests have tested:
#
#   ./mvnw package && docker build -t trunkline .
#
# Runs as uid 10001 with a read-only root; writes to /data (recordings) and /tmp only. The JVM is process 1 and takes
# SIGTERM itself. Probes are the orchestrator's (see k8s/ and compose.yaml), so there is no HEALTHCHECK here.

# A Java 25 runtime with bash; linux/amd64, since the database brought along for trials is of that kind.
ARG BASE=eclipse-temurin:25-jre-noble

FROM ${BASE} AS service
RUN groupadd --gid 10001 trunkline \
    && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin trunkline \
    && install -d -o 10001 -g 10001 -m 0750 /data
WORKDIR /app
# What changes least comes first.
COPY target/quarkus-app/lib lib
COPY container/probe container/train bin/
COPY target/quarkus-app/quarkus quarkus
COPY target/quarkus-app/app app
COPY target/quarkus-app/quarkus-run.jar quarkus-run.jar
USER 10001:10001

# One run with everything brought along, from which the JVM keeps what it had to find out (JEP 483, 514, 515).
FROM service AS training
RUN bin/train /tmp/trunkline.aot

FROM service
COPY --from=training /tmp/trunkline.aot trunkline.aot
# Nothing is brought along unless asked for by name.
ENV TRUNKLINE_DATABASE_EMBEDDED=false \
    TRUNKLINE_DEMO=false \
    TRUNKLINE_DATA_DIR=/data \
    LANG=C.UTF-8
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# A cache that does not fit the JVM or the jars is passed over; what of it cannot be used is not worth a line at each
# start. More options: JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "-XX:AOTCache=trunkline.aot", "-Xlog:aot*=error", "-XX:+UseG1GC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
