import GoSyntax
import Testing

struct DumpTests {
  @Test func theDumpShowsFieldsKindsPlacesAndLeaves() throws {
    let tree = try parse("package a\n\n// doc\nfunc f(x *T) { x.a += \"b\\n\" }\n")
    #expect(
      tree.dump() == """
        source_file 1:1
          package_clause 1:1
            package_identifier 1:9 "a"
          comment 3:1 "// doc"
          function_declaration 4:1
            name: identifier 4:6 "f"
            parameters: parameter_list 4:7
              parameter_declaration 4:8
                name: identifier 4:8 "x"
                type: pointer_type 4:10
                  type_identifier 4:11 "T"
            body: block 4:14
              assignment_statement 4:16
                left: expression_list 4:16
                  selector_expression 4:16
                    operand: identifier 4:16 "x"
                    field: field_identifier 4:18 "a"
                operator: += 4:20 "+="
                right: expression_list 4:23
                  interpreted_string_literal 4:23
                    interpreted_string_literal_content 4:24 "b"
                    escape_sequence 4:25 "\\\\n"

        """)
  }

  @Test func errorsComeLast() throws {
    let tree = try parse("package a\n\nvar x = )\n")
    let lines = tree.dump().split(separator: "\n")
    #expect(lines.last?.hasPrefix("error 3:") == true)
    #expect(lines.first == "source_file 1:1")
  }
}
