// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.testing;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A request over a bare socket, which can break off anywhere. The body of an upload begins with the head of a form.
 */
public final class RawRequest implements AutoCloseable {

    private static final String HEAD =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"v.mp4\"\r\n\r\n";

    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    /** @param length the length of the body in bytes, without the head of the form */
    public static RawRequest part(ApiVideoSimulator simulator, String videoId, String range, long length)
            throws IOException {
        RawRequest request = connect(simulator);
        request.send(head(simulator, videoId, range, "Content-Length: " + (HEAD.length() + length)) + HEAD);
        return request;
    }

    /** Begins a chunked body; the head of the form is the first chunk. */
    public static RawRequest chunked(ApiVideoSimulator simulator, String videoId, String range) throws IOException {
        RawRequest request = connect(simulator);
        request.send(head(simulator, videoId, range, "Transfer-Encoding: chunked"));
        request.chunk(HEAD);
        return request;
    }

    private static String head(ApiVideoSimulator simulator, String videoId, String range, String length) {
        return "POST /videos/" + videoId + "/source HTTP/1.1\r\nHost: x\r\nContent-Range: " + range
                + "\r\nAuthorization: " + Client.basic(simulator.apiKey() + ":")
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\n" + length + "\r\n\r\n";
    }

    /** Sends a chunk; an empty one is the last. */
    public void chunk(String text) throws IOException {
        send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    /** For requests that HTTP clients refuse to send. */
    public static RawRequest get(ApiVideoSimulator simulator, String uri) throws IOException {
        RawRequest request = connect(simulator);
        request.getAgain(simulator, uri);
        return request;
    }

    /** Sends another request on the same connection. */
    public void getAgain(ApiVideoSimulator simulator, String uri) throws IOException {
        send("GET " + uri + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + Client.basic(simulator.apiKey() + ":")
                + "\r\n\r\n");
    }

    private static RawRequest connect(ApiVideoSimulator simulator) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress(
                simulator.baseUri().getHost(), simulator.baseUri().getPort()));
        return new RawRequest(socket);
    }

    public void send(int bytes) throws IOException {
        send(new byte[bytes]);
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next != '\n';
                next = socket.getInputStream().read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().trim();
    }

    /** Reads the status line and the headers of an answer. */
    public List<String> readHead() throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            head.add(line);
        }
        return head;
    }

    /** Reads one byte; negative if the simulator has closed the connection in order. */
    public int read() throws IOException {
        return socket.getInputStream().read();
    }

    public byte[] readToTheEnd() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    /** Limits the wait for a byte. */
    public void waitAtMost(Duration time) throws IOException {
        socket.setSoTimeout(Math.toIntExact(time.toMillis()));
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Closes the connection in order. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
