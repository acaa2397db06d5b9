package org.chunfeng.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that refuses addresses with "bad" in them, and hangs up without goodbye if told so. */
class StubbornMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final boolean hangsUp;
    final List<String> accepted = new CopyOnWriteArrayList<>();

    StubbornMailServer(boolean hangsUp) {
        this.hangsUp = hangsUp;
        try {
            socket = new ServerSocket(0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        var listening = new Thread(this::listen, "stubborn mail server");
        listening.setDaemon(true);
        listening.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                // the client left, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        say(client, "220 stubborn");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = answer(line);
            say(client, answer);
            if (answer.startsWith("354")) {
                take(in);
                say(client, "250 taken");
                if (hangsUp) {
                    client.setSoLinger(true, 0);
                    return;
                }
            }
        }
    }

    private static String answer(String line) {
        if (line.startsWith("RCPT") && line.contains("bad")) {
            return "550 no such user";
        }
        if (line.startsWith("DATA")) {
            return "354 go on";
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 fine";
    }

    private void take(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        accepted.add(mail.toString());
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException stillOpen) {
            throw new UncheckedIOException(stillOpen);
        }
    }
}
