/// What a syntax node is: the named kinds of the grammar, then its operators.
///
/// Kinds are matched to the grammar's symbols by name when the first file is parsed, so
/// their raw values are ours and the grammar may renumber its symbols. A test holds every
/// kind to a symbol of the pinned grammar and every named symbol to a kind.
public enum NodeKind: UInt8, CaseIterable, Sendable {
  /// Text that the grammar could not make sense of.
  case error
  case argumentList
  case arrayType
  case assignmentStatement
  case binaryExpression
  case blankIdentifier
  case block
  case breakStatement
  case callExpression
  case channelType
  case comment
  case communicationCase
  case compositeLiteral
  case constDeclaration
  case constSpec
  case continueStatement
  case decStatement
  case defaultCase
  case deferStatement
  case dot
  case emptyStatement
  case escapeSequence
  case expressionCase
  case expressionList
  case expressionStatement
  case expressionSwitchStatement
  case fallthroughStatement
  case falseLiteral
  case fieldDeclaration
  case fieldDeclarationList
  case fieldIdentifier
  case floatLiteral
  case forClause
  case forStatement
  case funcLiteral
  case functionDeclaration
  case functionType
  case genericType
  case goStatement
  case gotoStatement
  case identifier
  case ifStatement
  case imaginaryLiteral
  case implicitLengthArrayType
  case importDeclaration
  case importSpec
  case importSpecList
  case incStatement
  case indexExpression
  case intLiteral
  case interfaceType
  case interpretedStringLiteral
  case interpretedStringLiteralContent
  case iotaLiteral
  case keyedElement
  case labelName
  case labeledStatement
  case literalElement
  case literalValue
  case mapType
  case methodDeclaration
  case methodElem
  case negatedType
  case nilLiteral
  case packageClause
  case packageIdentifier
  case parameterDeclaration
  case parameterList
  case parenthesizedExpression
  case parenthesizedType
  case pointerType
  case qualifiedType
  case rangeClause
  case rawStringLiteral
  case rawStringLiteralContent
  case receiveStatement
  case returnStatement
  case runeLiteral
  case selectStatement
  case selectorExpression
  case sendStatement
  case shortVarDeclaration
  case sliceExpression
  case sliceType
  case sourceFile
  case structType
  case trueLiteral
  case typeAlias
  case typeArguments
  case typeAssertionExpression
  case typeCase
  case typeConstraint
  case typeConversionExpression
  case typeDeclaration
  case typeElem
  case typeIdentifier
  case typeInstantiationExpression
  case typeParameterDeclaration
  case typeParameterList
  case typeSpec
  case typeSwitchStatement
  case unaryExpression
  case varDeclaration
  case varSpec
  case varSpecList
  case variadicArgument
  case variadicParameterDeclaration

  // Operators: tokens that stand in an `operator` field, and their kin.
  case plus
  case minus
  case star
  case slash
  case percent
  case shiftLeft
  case shiftRight
  case ampersand
  case pipe
  case caret
  case ampersandCaret
  case bang
  case arrow
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case logicalAnd
  case logicalOr
  case tilde
  case assign
  case define
  case plusAssign
  case minusAssign
  case starAssign
  case slashAssign
  case percentAssign
  case shiftLeftAssign
  case shiftRightAssign
  case ampersandAssign
  case ampersandCaretAssign
  case pipeAssign
  case caretAssign

  /// The name of the symbol in the grammar: `call_expression`, `+=`.
  public var grammarName: String { Self.grammarNames[Int(rawValue)] }

  /// Whether the kind is a token of the operator group.
  public var isOperator: Bool { rawValue >= Self.plus.rawValue }

  private static let grammarNames: [String] = [
    "ERROR",
    "argument_list", "array_type", "assignment_statement", "binary_expression",
    "blank_identifier", "block", "break_statement", "call_expression", "channel_type", "comment",
    "communication_case", "composite_literal", "const_declaration", "const_spec",
    "continue_statement", "dec_statement", "default_case", "defer_statement", "dot",
    "empty_statement", "escape_sequence", "expression_case", "expression_list",
    "expression_statement", "expression_switch_statement", "fallthrough_statement", "false",
    "field_declaration", "field_declaration_list", "field_identifier", "float_literal",
    "for_clause", "for_statement", "func_literal", "function_declaration", "function_type",
    "generic_type", "go_statement", "goto_statement", "identifier", "if_statement",
    "imaginary_literal", "implicit_length_array_type", "import_declaration", "import_spec",
    "import_spec_list", "inc_statement", "index_expression", "int_literal", "interface_type",
    "interpreted_string_literal", "interpreted_string_literal_content", "iota", "keyed_element",
    "label_name", "labeled_statement", "literal_element", "literal_value", "map_type",
    "method_declaration", "method_elem", "negated_type", "nil", "package_clause",
    "package_identifier", "parameter_declaration", "parameter_list", "parenthesized_expression",
    "parenthesized_type", "pointer_type", "qualified_type", "range_clause", "raw_string_literal",
    "raw_string_literal_content", "receive_statement", "return_statement", "rune_literal",
    "select_statement", "selector_expression", "send_statement", "short_var_declaration",
    "slice_expression", "slice_type", "source_file", "struct_type", "true", "type_alias",
    "type_arguments", "type_assertion_expression", "type_case", "type_constraint",
    "type_conversion_expression", "type_declaration", "type_elem", "type_identifier",
    "type_instantiation_expression", "type_parameter_declaration", "type_parameter_list",
    "type_spec", "type_switch_statement", "unary_expression", "var_declaration", "var_spec",
    "var_spec_list", "variadic_argument", "variadic_parameter_declaration", "+", "-", "*", "/",
    "%", "<<", ">>", "&", "|", "^", "&^", "!", "<-", "==", "!=", "<", "<=", ">", ">=", "&&", "||",
    "~", "=", ":=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "&^=", "|=", "^=",
  ]
}

extension NodeKind {
  /// Whether a node of this kind may name a variable: predeclared names may be declared anew.
  public var mayBeName: Bool {
    switch self {
    case .identifier, .typeIdentifier, .packageIdentifier, .iotaLiteral, .nilLiteral,
      .trueLiteral, .falseLiteral:
      true
    default: false
    }
  }

  /// Whether a node of this kind is a name, number or comment: nothing stands below it.
  var isWord: Bool {
    switch self {
    case .identifier, .fieldIdentifier, .typeIdentifier, .packageIdentifier, .blankIdentifier,
      .labelName, .intLiteral, .floatLiteral, .comment:
      true
    default: false
    }
  }

  /// Whether a node of this kind stands for a value by its form; names may stand for other
  /// things too.
  public var isExpression: Bool {
    switch self {
    case .identifier, .selectorExpression, .indexExpression, .sliceExpression, .callExpression,
      .typeConversionExpression, .typeAssertionExpression, .compositeLiteral, .literalValue,
      .funcLiteral, .unaryExpression, .binaryExpression, .parenthesizedExpression,
      .typeInstantiationExpression, .nilLiteral, .trueLiteral, .falseLiteral:
      true
    default: false
    }
  }
}
