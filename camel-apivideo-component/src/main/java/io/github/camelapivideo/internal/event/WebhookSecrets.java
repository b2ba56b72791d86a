// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.internal.text.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secrets that sign the deliveries of events. Thread-safe. */
public final class WebhookSecrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<Secret> configured;
    private volatile Map<String, Secret> ofWebhooks = Map.of();

    /** @param configured valid for every webhook */
    public WebhookSecrets(List<Secret> configured) {
        this.configured = List.copyOf(configured);
    }

    /** Sets the secrets of webhooks that are known by their identifiers. */
    void know(Map<String, Secret> webhooks) {
        ofWebhooks = Map.copyOf(webhooks);
    }

    boolean isEmpty() {
        return configured.isEmpty() && ofWebhooks.isEmpty();
    }

    /**
     * Returns true if one of the secrets has signed the body.
     *
     * @param webhookId null if the delivery names none; a webhook that is not known is no reason to ask the account
     * @param signature null if the delivery has none
     */
    boolean haveSigned(byte[] body, String webhookId, String signature) {
        if (signature == null) {
            return false;
        }
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean genuine = false;
        for (Secret secret : possible(webhookId)) {
            genuine |= MessageDigest.isEqual(sign(body, secret), given);
        }
        return genuine;
    }

    private List<Secret> possible(String webhookId) {
        Secret own = webhookId == null ? null : ofWebhooks.get(webhookId);
        return own == null
                ? configured
                : Stream.concat(Stream.of(own), configured.stream()).toList();
    }

    /** Returns the signature as lowercase hex. The key is the whole text of the secret. */
    private static byte[] sign(byte[] body, Secret secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
