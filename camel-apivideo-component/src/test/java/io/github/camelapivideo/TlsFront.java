// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Speaks TLS in front of a plain server on loopback, with a certificate that it made itself. */
final class TlsFront implements AutoCloseable {

    static final String PASSWORD = "changeit";

    private final SSLServerSocket server;
    private final Path keyStore;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private TlsFront(SSLServerSocket server, Path keyStore, int target) {
        this.server = server;
        this.keyStore = keyStore;
        this.target = target;
    }

    static TlsFront before(int target, Path folder) throws Exception {
        Path keyStore = folder.resolve("localhost.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool made no certificate");
        }
        SSLServerSocket server = (SSLServerSocket)
                context(keyStore).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        TlsFront front = new TlsFront(server, keyStore, target);
        front.threads.execute(front::accept);
        return front;
    }

    private static SSLContext context(Path keyStore) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    URI uri() {
        return URI.create("https://localhost:" + server.getLocalPort());
    }

    Path keyStore() {
        return keyStore;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), target);
                threads.execute(() -> copy(client, plain));
                threads.execute(() -> copy(plain, client));
            } catch (IOException e) {
                // The end of the test, or a client that trusts nobody.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
