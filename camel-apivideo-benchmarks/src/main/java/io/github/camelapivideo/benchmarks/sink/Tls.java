// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.conscrypt.Conscrypt;

/** TLS contexts for the sink and its clients. */
public final class Tls {

    /** Of the key stores that are made for one run. */
    public static final String PASSWORD = "benchmarks";

    private Tls() {}

    /** The sink's: BoringSSL where there is one for this machine, because it is faster than what is measured. */
    public static SSLContext server(Path keys) throws GeneralSecurityException, IOException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(load(keys), PASSWORD.toCharArray());
        SSLContext context = fastest();
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** The JDK's, as every client in Java has it. */
    public static SSLContext client(Path trusted) throws GeneralSecurityException, IOException {
        return trusting(SSLContext.getInstance("TLS"), trusted);
    }

    /** As fast as the sink's own. */
    public static SSLContext fastClient(Path trusted) throws GeneralSecurityException, IOException {
        return trusting(fastest(), trusted);
    }

    /** What the sink's TLS is made of, in words. */
    public static String ofTheSink() {
        return Conscrypt.isAvailable() ? "BoringSSL (Conscrypt " + version() + ")" : "the JDK's";
    }

    /** Makes Conscrypt known to this process, after all other providers; returns its name. */
    public static String registerConscrypt() {
        Provider provider = Conscrypt.newProvider();
        Security.addProvider(provider);
        return provider.getName();
    }

    private static String version() {
        Conscrypt.Version version = Conscrypt.version();
        return version.major() + "." + version.minor() + "." + version.patch();
    }

    private static SSLContext fastest() throws GeneralSecurityException {
        Provider provider = Conscrypt.isAvailable() ? Conscrypt.newProvider() : null;
        return provider == null ? SSLContext.getInstance("TLS") : SSLContext.getInstance("TLS", provider);
    }

    private static SSLContext trusting(SSLContext context, Path trusted) throws GeneralSecurityException, IOException {
        context.init(null, trustManagers(trusted).getTrustManagers(), null);
        return context;
    }

    /** What trusts these certificates only. */
    public static TrustManagerFactory trustManagers(Path trusted) throws GeneralSecurityException, IOException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(load(trusted));
        return managers;
    }

    private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
