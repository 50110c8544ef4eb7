package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.telephony.PbxAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AMI over TLS. */
class TlsLinesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final char[] PASSWORD = "of tests".toCharArray();

    @TempDir
    static Path directory;

    private static SSLContext context;

    @BeforeAll
    static void certificate() throws Exception {
        Path file = directory.resolve("pbx.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "pbx",
                        "-dname",
                        "CN=pbx",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("pbx", keys.getCertificate("pbx"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    }

    @Test
    void linesComeThrough() throws IOException {
        try (SSLServerSocket pbx = pbx()) {
            BoundedLines lines = lines("localhost", pbx, context.getSocketFactory());
            assertThat(lines.readLine()).isEqualTo("Asterisk Call Manager/11.0.0");
            lines.close();
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws IOException {
        try (SSLServerSocket pbx = pbx()) {
            assertThatThrownBy(() -> lines("127.0.0.1", pbx, context.getSocketFactory()))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        SocketFactory others = SSLContext.getDefault().getSocketFactory();
        try (SSLServerSocket pbx = pbx()) {
            assertThatThrownBy(() -> lines("localhost", pbx, others)).isInstanceOf(SSLException.class);
        }
    }

    private static BoundedLines lines(String host, SSLServerSocket pbx, SocketFactory sockets) throws IOException {
        return new BoundedLines(
                new PbxAddress(host, pbx.getLocalPort(), "trunkline", "trunkline", false, sockets),
                LIMIT,
                LIMIT,
                line -> true);
    }

    /** Greets one caller. */
    private static SSLServerSocket pbx() throws IOException {
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket caller = server.accept()) {
                caller.getOutputStream().write("Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.US_ASCII));
                caller.getOutputStream().flush();
            } catch (IOException refused) {
                // The caller did not trust us: that is what the test is about.
            }
        });
        return server;
    }
}
