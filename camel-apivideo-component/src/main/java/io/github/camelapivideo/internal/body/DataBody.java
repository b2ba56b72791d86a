// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.internal.source.FilePartSource;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.StreamKind;
import io.github.camelapivideo.internal.source.StreamPartSource;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.activation.FileDataSource;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;

/** Bodies of Jakarta Activation, such as attachments: a file is read in place, other data as a stream. */
final class DataBody {

    private DataBody() {}

    static boolean fits(Object body) {
        return body instanceof DataHandler || body instanceof DataSource;
    }

    /** Returns the name of the data; null if it has none. */
    static String name(Object body) {
        return body instanceof DataHandler handler ? handler.getName() : ((DataSource) body).getName();
    }

    /** Returns the source. Lengths in headers do not describe an attachment. */
    static PartSource open(Object body, Exchange exchange) throws IOException {
        Object data =
                body instanceof DataHandler handler && handler.getDataSource() != null ? handler.getDataSource() : body;
        if (data instanceof FileDataSource file) {
            return FilePartSource.open(file.getFile().toPath());
        }
        InputStream stream =
                data instanceof DataSource source ? source.getInputStream() : ((DataHandler) data).getInputStream();
        // Some sources give the same stream to each reader.
        StreamReuseCheck.take(stream, exchange);
        return new StreamPartSource(stream, StreamKind.MADE);
    }
}
