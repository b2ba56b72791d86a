// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.trouble;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds the texts in Java sources that a failure or a warning may show: each string of several words, except those of
 * annotations, regular expressions, {@code toString} and the lower levels of the log. What changes at run time is an
 * ellipsis.
 */
final class SourceTexts {

    static final String HOLE = "…";

    // A text that an exception or a warning is made of directly may be shorter than one that is put into another.
    private static final int WORDS_OF_A_MESSAGE = 2;
    private static final int WORDS_OF_A_PIECE = 3;

    private static final Pattern WORD = Pattern.compile("[(']?\\p{L}['\\p{L}-]*[.,:;)']*");
    private static final Pattern MESSAGE = Pattern.compile("new \\w*(Exception|Error)|LOG\\.(warn|error)");
    private static final Pattern SILENT = Pattern.compile("LOG\\.(trace|debug|info)|LOG\\.at(Trace|Debug|Info)\\(\\).*"
            + "|Pattern\\.compile|(.*\\.)?(matches|replaceAll|replaceFirst|split|description)");

    /**
     * One text.
     *
     * @param words the text, with {@link #HOLE} for each part that changes
     * @param file the name of its class
     */
    record Text(String words, String file) {

        @Override
        public String toString() {
            return file + ": " + words;
        }
    }

    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private final Map<String, Text> textsOfConstants = new HashMap<>();
    private final Set<String> inlined = new HashSet<>();
    private final List<Text> texts = new ArrayList<>();

    private SourceTexts() {}

    /** Returns the texts of all Java files in a folder. */
    static List<Text> of(Path folder) throws IOException {
        List<CompilationUnitTree> units = parsed(folder);
        SourceTexts found = new SourceTexts();
        units.forEach(unit -> found.new Constants().scan(unit, null));
        units.forEach(unit -> found.new Strings(unit).scan(unit, null));
        found.textsOfConstants.keySet().removeAll(found.inlined);
        found.texts.addAll(found.textsOfConstants.values());
        return found.texts;
    }

    private static List<CompilationUnitTree> parsed(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(folder)) {
            List<Path> sources =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            return units;
        }
    }

    /** Knows the class that it is in. */
    private abstract static class InClass extends TreePathScanner<Void, Void> {
        String className = "";

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            String outer = className;
            className = type.getSimpleName().toString();
            super.visitClass(type, nothing);
            className = outer;
            return null;
        }
    }

    private final class Constants extends InClass {

        @Override
        public Void visitVariable(VariableTree field, Void nothing) {
            if (isConstant(field)) {
                constants.put(className + "." + field.getName(), field.getInitializer());
            }
            return super.visitVariable(field, nothing);
        }
    }

    private static boolean isConstant(VariableTree field) {
        return field.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))
                && String.valueOf(field.getType()).equals("String")
                && isString(field.getInitializer());
    }

    private final class Strings extends InClass {
        private final String file;
        private String constant;

        Strings(CompilationUnitTree unit) {
            file = Path.of(unit.getSourceFile().toUri())
                    .getFileName()
                    .toString()
                    .replace(".java", "");
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            return method.getName().contentEquals("toString") ? null : super.visitMethod(method, nothing);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            constant = isConstant(variable) ? className + "." + variable.getName() : null;
            super.visitVariable(variable, nothing);
            constant = null;
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            return SILENT.matcher(written(call.getMethodSelect())).matches()
                    ? null
                    : super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
            if (!isString(sum)) {
                return super.visitBinary(sum, nothing);
            }
            add(sum);
            operands(sum).filter(part -> !(part instanceof LiteralTree)).forEach(part -> scan(part, nothing));
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (isString(literal)) {
                add(literal);
            }
            return null;
        }

        private void add(ExpressionTree string) {
            String words = words(string, className)
                    .replaceAll("\\{}|%[sd]", HOLE)
                    .replaceAll("\\s+", " ")
                    .replaceAll("^[\\s.,:;]+", "")
                    .strip();
            long count = Arrays.stream(words.replace(HOLE, "").split(" "))
                    .filter(word -> WORD.matcher(word).matches())
                    .count();
            if (count < (isMessage() ? WORDS_OF_A_MESSAGE : WORDS_OF_A_PIECE)) {
                return;
            }
            Text text = new Text(words, file);
            if (constant == null) {
                texts.add(text);
            } else {
                textsOfConstants.put(constant, text);
            }
        }

        /** Returns true if the string is an argument of an exception or a warning, not a part of one. */
        private boolean isMessage() {
            TreePath around = getCurrentPath().getParentPath();
            return around.getLeaf() instanceof NewClassTree made
                            && MESSAGE.matcher("new " + written(made.getIdentifier()))
                                    .matches()
                    || around.getLeaf() instanceof MethodInvocationTree call
                            && MESSAGE.matcher(written(call.getMethodSelect())).matches();
        }
    }

    private static String written(Tree code) {
        return code.toString().replaceAll("\\s+", "");
    }

    /** Returns true if a string literal is in the sum. */
    private static boolean isString(Tree code) {
        return code instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS
                ? operands(sum).anyMatch(SourceTexts::isString)
                : code instanceof LiteralTree literal && literal.getValue() instanceof String;
    }

    private static Stream<ExpressionTree> operands(ExpressionTree code) {
        return code instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS
                ? Stream.concat(operands(sum.getLeftOperand()), operands(sum.getRightOperand()))
                : Stream.of(code);
    }

    private String words(ExpressionTree code, String className) {
        StringBuilder words = new StringBuilder();
        operands(code).forEach(part -> words.append(word(part, className)));
        return words.toString().replaceAll(HOLE + "+", HOLE);
    }

    private String word(ExpressionTree part, String className) {
        if (part instanceof LiteralTree literal) {
            return String.valueOf(literal.getValue());
        }
        String constant = part instanceof IdentifierTree name
                ? className + "." + name.getName()
                : part instanceof MemberSelectTree member ? written(member) : "";
        if (!constants.containsKey(constant)) {
            return HOLE;
        }
        inlined.add(constant);
        return words(constants.get(constant), constant.substring(0, constant.indexOf('.')));
    }
}
