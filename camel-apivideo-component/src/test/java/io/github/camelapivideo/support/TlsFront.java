// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.support;

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
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** Speaks TLS in front of a plain server on loopback, with a certificate that it made itself. */
public final class TlsFront implements AutoCloseable {

    /** The name of its threads. */
    public static final String THREADS = "tls-front";

    private static final String PASSWORD = "changeit";

    private final SSLServerSocket server;
    private final Path keyStore;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, THREADS));

    private TlsFront(SSLServerSocket server, Path keyStore, int target) {
        this.server = server;
        this.keyStore = keyStore;
        this.target = target;
    }

    public static TlsFront before(int target, Path folder) throws Exception {
        Path keyStore = folder.resolve("localhost.p12");
        if (!Files.exists(keyStore)) {
            makeCertificate(keyStore);
        }
        SSLServerSocket server = (SSLServerSocket)
                context(keyStore).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        TlsFront front = new TlsFront(server, keyStore, target);
        front.threads.execute(front::accept);
        return front;
    }

    private static void makeCertificate(Path keyStore) throws Exception {
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
    }

    private static KeyStore load(Path keyStore) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static SSLContext context(Path keyStore) throws Exception {
        KeyStore keys = load(keyStore);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    public URI uri() {
        return URI.create("https://localhost:" + server.getLocalPort());
    }

    /** Binds {@code tls}: parameters that trust this front. */
    public void trustIn(Registry registry) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keyStore);
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        registry.bind("tls", parameters);
    }

    /** Returns a context of a client that trusts this front. */
    public SSLContext trusting() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load(keyStore));
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), target);
                threads.execute(() -> ask(client, plain));
                threads.execute(() -> answer(plain, client));
            } catch (IOException e) {
                // The end of the test, or a client that does not trust the certificate.
            }
        }
    }

    private static void ask(Socket client, Socket plain) {
        byte[] buffer = new byte[16 * 1024];
        try {
            for (int size = client.getInputStream().read(buffer);
                    size > 0;
                    size = client.getInputStream().read(buffer)) {
                if (!isTaken(plain, buffer, size)) {
                    return;
                }
            }
            closeQuietly(plain);
        } catch (IOException e) {
            // The client has gone.
            closeQuietly(plain);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone.
        }
    }

    // A server that takes no more may have answered: what it said goes to the client first.
    private static boolean isTaken(Socket plain, byte[] bytes, int size) {
        try {
            plain.getOutputStream().write(bytes, 0, size);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void answer(Socket plain, Socket client) {
        try (client;
                plain) {
            plain.getInputStream().transferTo(client.getOutputStream());
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
